namespace AccountRules.Changes;

/// <summary>From a place on a rule says this of a fact.</summary>
/// <param name="At">The place.</param>
/// <param name="Code">What the rule's expression yields; of the stages of a track a byte each.</param>
/// <param name="Rule">The rule, as it is at the place.</param>
internal readonly record struct CourseStep(CurvePlace At, int Code, Rule Rule);
