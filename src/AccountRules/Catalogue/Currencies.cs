using System.Linq.Expressions;

namespace AccountRules;

/// <summary>What rules ask of the currencies of amounts before these are compared: nothing is converted, so they are to be alike.</summary>
internal static class Currencies
{
    /// <summary>Holds where a fact names another currency than the thresholds, also where these name none; one that names none is of theirs.</summary>
    public static Guard<TFact> OtherThan<TFact>(Expression<Func<TFact, string?>> of, string? currency)
        where TFact : class
    {
        var isNamed = Expression.NotEqual(of.Body, Expression.Constant(null, typeof(string)));
        return When<TFact>(of, currency is null ? isNamed : Expression.AndAlso(isNamed, Expression.NotEqual(of.Body, Expression.Constant(currency))));
    }

    /// <summary>Holds where amounts that are compared, or were to be added up, are of two currencies, one of which may be none that is named.</summary>
    public static Guard<TFact> Differ<TFact>(Expression<Func<TFact, bool>> differ)
        where TFact : class => When<TFact>(differ, differ.Body);

    /// <summary>Adds that a term is no currency.</summary>
    public static void CheckCurrency(this TermProblems problems, string? currency, string path)
    {
        if (currency is not null && !(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)))
            problems.Add(path, $"`{currency}`", "a currency by its three capital letters, such as EUR");
    }

    private static Guard<TFact> When<TFact>(LambdaExpression of, Expression test)
        where TFact : class =>
        new(Expression.Lambda<Func<TFact, DateOnly, bool>>(test, of.Parameters[0], Expression.Parameter(typeof(DateOnly), "asOf")), Cause.OtherCurrency);
}
