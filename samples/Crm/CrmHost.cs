using System.Globalization;
using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using AccountRules.Samples.Crm.Live;
using AccountRules.Samples.Crm.Rules;
using Microsoft.AspNetCore.Localization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm;

/// <summary>The application, put together.</summary>
internal static class CrmHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(CrmHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var services = builder.Services;
        if (builder.Configuration["Crm:Today"] is { Length: > 0 } today)
        {
            var time = DateOnly.TryParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new SampleTime(new(day.ToDateTime(new(8, 0)), TimeSpan.Zero))
                : throw new InvalidOperationException($"Crm:Today is `{today}`, and is a day such as 1998-07-20, or nothing for the system's clock.");
            services.AddSingleton(time).AddSingleton<TimeProvider>(time);
        }

        var database = builder.Configuration["Crm:Database"] ?? Path.Combine(AppContext.BaseDirectory, "crm.db");
        services.AddDbContext<CrmContext>(options => options.UseSqlite($"Data Source={database}"));

        services.AddAccountRules(builder.Configuration.GetSection("AccountRules"))
            .AddRule(CrmRules.Orders, check: (provider, rule) => Translates(rule, Db(provider).Orders))
            .AddRule(CrmRules.Acquisition)
            .AddRule(CrmRules.Registry, check: (provider, rule) => Translates(rule, Db(provider).Registry))
            .AddRule(CrmRules.Bills, check: (provider, rule) => Translates(rule, Db(provider).Bills))
            .AddPolicyMonitor((provider, monitor, stop) => CrmFacts.LoadAsync(Db(provider), monitor, stop), CrmRules.Monitored);
        services.AddSingleton<ChangeFeed>().AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
        services.AddHealthChecks().AddCheck<PolicyHealthCheck>("policy");

        services.AddHttpContextAccessor().AddScoped<Speech>().AddScoped<Texts>();
        services.AddRequestLocalization(options =>
        {
            options.SetDefaultCulture("en").AddSupportedCultures(Texts.Cultures).AddSupportedUICultures(Texts.Cultures);
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new AnsweredAlone()));

        var app = builder.Build();
        app.UseExceptionHandler("/Error");
        app.UseRequestLocalization();
        app.Use(OwnFilesAlone);
        app.UseStatusCodePagesWithReExecute("/NotFound");
        app.UseStaticFiles();
        app.UseRouting();
        app.MapRazorPages();
        app.MapHealthChecks("/health");
        app.MapGet("/live/changes", LiveChanges.Stream);

        using (var scope = app.Services.CreateScope())
        {
            var files = AppContext.BaseDirectory;
            try
            {
                Seed.EnsureSeeded(Db(scope.ServiceProvider), Path.Combine(files, "northwind"), Path.Combine(files, "Data", "names.csv"));
            }
            catch (SqliteException e)
            {
                throw new InvalidOperationException(
                    $"{database} cannot be the CRM's database ({e.Message}) Delete it, or name another in a folder that can be written: --Crm:Database=…", e);
            }
        }

        return app;
    }

    private static CrmContext Db(IServiceProvider provider) => provider.GetRequiredService<CrmContext>();

    /// <summary>Asks EF Core for the SQL, which throws where the mapping has no column: the host then does not start.</summary>
    private static void Translates<TRow>(Rule<TRow> rule, IQueryable<TRow> rows)
        where TRow : class => rule.Where(rows, new DateOnly(1998, 7, 20), Standing.Overdue).ToQueryString();

    /// <summary>The browser takes scripts, styles and pictures from here alone; a language that was chosen is remembered.</summary>
    private static Task OwnFilesAlone(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Features.Get<IRequestCultureFeature>() is { Provider: QueryStringRequestCultureProvider } asked)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(asked.RequestCulture),
                new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true });
        }

        return next(context);
    }
}
