namespace AccountRules.Benchmarks.Objects;

/// <summary>What the hand-written code says of a fact: as much as a verdict does, in as many bytes.</summary>
internal readonly record struct HandVerdict(short Grade, Standing Standing);
