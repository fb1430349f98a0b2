namespace AccountRules.Monitoring;

/// <summary>What a call does with a fact.</summary>
internal enum Operation : byte
{
    Add,
    Update,
    AddOrUpdate,
    Remove,
}
