namespace AccountRules.Cli.Builds;

/// <summary>What a build makes of a finding.</summary>
internal enum FindingKind
{
    /// <summary>All is as it should be.</summary>
    Passed,

    /// <summary>Worth a look; a build passes.</summary>
    Remark,

    /// <summary>Two policies differ here: whoever asks that they do not has a failure.</summary>
    Difference,

    /// <summary>What was asked not to be is.</summary>
    Failure,

    /// <summary>It could not be told, since what is given cannot be used.</summary>
    Problem,
}
