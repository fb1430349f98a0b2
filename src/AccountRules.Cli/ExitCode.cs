namespace AccountRules.Cli;

/// <summary>What the command's exit code says. Where several apply, a run ends with the first of 2, 3, 1, 5, 7, 4.</summary>
internal enum ExitCode
{
    /// <summary>Everything was done.</summary>
    Done = 0,

    /// <summary>A file could not be read or written, or there was none.</summary>
    Failed = 1,

    /// <summary>The command line cannot be understood.</summary>
    Usage = 2,

    /// <summary>The policy document cannot be used.</summary>
    PolicyInvalid = 3,

    /// <summary>Some input rows were rejected; the others were assessed.</summary>
    RowsRejected = 4,

    /// <summary>A standing named by <c>--fail-on</c> occurs.</summary>
    StandingOccurs = 5,

    /// <summary>Two policies differ.</summary>
    Differs = 6,

    /// <summary>A boundary of the policy rests on no clause, or a record is not what the policy makes of its fact.</summary>
    NotProven = 7,

    /// <summary>The user pressed Ctrl-C.</summary>
    Interrupted = 130,
}
