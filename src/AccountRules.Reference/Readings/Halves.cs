namespace AccountRules.Reference;

/// <summary>What becomes of the digits past the last place.</summary>
internal enum Halves
{
    AwayFromZero,
    ToEven,
    CutOff,
    Up,
}
