using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>An entity's table, and its rows as the provider takes them.</summary>
internal sealed class Columns<TRow>
    where TRow : class
{
    private readonly IProperty[] properties;

    public Columns(DbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        properties = [.. entity.GetProperties()];
        Table = $"\"{entity.GetTableName()}\"";
        Names = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""));
        Mappings = [.. properties.Select(p => p.GetRelationalTypeMapping())];
    }

    public string Table { get; }

    public string Names { get; }

    public IReadOnlyList<RelationalTypeMapping> Mappings { get; }

    public IEnumerable<object?> Values(TRow row) => properties.Select((property, i) =>
        property.PropertyInfo!.GetValue(row) is { } value ? Mappings[i].Converter?.ConvertToProvider(value) ?? value : null);
}
