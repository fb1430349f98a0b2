using AccountRules.Shared;

namespace AccountRules.Samples.Sharded.Tests;

/// <summary>A test that needs PostgreSQL 15, and is left out, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PrivateCluster.IsInstalled && Environment.GetEnvironmentVariable("ACCOUNTRULES_REQUIRE_POSTGRES") != "1")
        {
            Skip = "The sample runs on PostgreSQL servers of its own, and PostgreSQL 15 is not installed here: install postgresql-15. "
                + "With ACCOUNTRULES_REQUIRE_POSTGRES=1 the test fails instead of being left out.";
        }
    }
}
