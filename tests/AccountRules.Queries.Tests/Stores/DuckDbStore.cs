using System.Data.Common;
using AccountRules.Queries.Tests.Hosts;
using LinqToDB;
using LinqToDB.Common;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AccountRules.Queries.Tests.Stores;

/// <summary>linq2db over DuckDB in memory: the tables of <see cref="HostContext"/>, with decimals of a precision that leaves room for products.</summary>
internal sealed class DuckDbStore : IRowStore
{
    private readonly MappingSchema schema = new();

    /// <summary>
    /// For each query linq2db compiles functions that compare it with later ones, of which there are none here; what reads rows runs for each of them.
    /// </summary>
    static DuckDbStore() => Compilation.SetExpressionCompiler(function =>
        function.Compile(preferInterpretation: !function.Parameters.Any(p => p.Type.IsAssignableTo(typeof(DbDataReader)))));

    public DuckDbStore()
    {
        schema.SetConverter<Period, string>(period => period.ToString());
        schema.SetConverter<Period, DataParameter>(period => new(name: null, period.ToString(), DataType.VarChar));
        schema.SetConverter<string, Period>(text => Period.Parse(text));
        var builder = new FluentMappingBuilder(schema);
        using var model = Offline.Of("SQLite");
        foreach (var entity in model.Model.GetEntityTypes())
            Map(builder, entity);

        builder.Build();
        Connection = new(new DataOptions().UseDuckDB("DataSource=:memory:").UseMappingSchema(schema));
    }

    public DataConnection Connection { get; }

    /// <summary>With more places, generated shares of two thousand millions are past 64 bits, and the query throws.</summary>
    public bool Pays(int decimals) => decimals <= 2;

    public IQueryable<TRow> Load<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class
    {
        Connection.DropTable<TRow>(throwExceptionIfNotExists: false);
        var table = Connection.CreateTable<TRow>();
        table.BulkCopy(rows);
        return table;
    }

    public void Dispose() => Connection.Dispose();

    private static void Map(FluentMappingBuilder builder, IEntityType entity)
    {
        builder.HasAttribute(entity.ClrType, new TableAttribute(entity.GetTableName()!) { IsColumnAttributeRequired = true });
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        foreach (var property in entity.GetProperties())
        {
            var column = new ColumnAttribute(property.GetColumnName(table)!) { CanBeNull = property.IsNullable };
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal))
                (column.DataType, column.Precision, column.Scale) = (DataType.Decimal, 28, 10);
            else if (property.ClrType == typeof(Period))
                column.DataType = DataType.VarChar;

            builder.HasAttribute(property.PropertyInfo!, column);
        }
    }
}
