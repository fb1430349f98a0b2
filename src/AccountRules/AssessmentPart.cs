namespace AccountRules;

/// <summary>
/// The days of a period that one version of a policy judges, where each day goes by its own (<see cref="VersionTransition.ByDays"/>). Immutable; equal by
/// value.
/// </summary>
/// <param name="Version">The version.</param>
/// <param name="From">The first of the days.</param>
/// <param name="Until">The last of them.</param>
/// <param name="Days">How many they are.</param>
/// <param name="Of">How many days the whole period has.</param>
/// <param name="Band">The band by this version.</param>
/// <param name="Factor">What the band pays, 1 being 100 %; <c>null</c> while the period runs, where pay is judged once it has ended.</param>
/// <param name="Payable">
/// What these days pay: what is paid up to their last day, rounded as the version of the period's last day says, less what is paid up to the day before their
/// first. The parts add up to what the period pays. <c>null</c> while it pays nothing yet.
/// </param>
public sealed record AssessmentPart(string Version, DateOnly From, DateOnly Until, int Days, int Of, string Band, decimal? Factor, decimal? Payable);
