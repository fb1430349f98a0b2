namespace AccountRules.Agendas;

/// <summary>Facts that a roll-up or a track takes together.</summary>
internal sealed class TogetherAgenda<TFact>(Collector<TFact> collector) : AgendaCollector<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        collector.Add(fact);
    }

    public override void AddUnreadable(string? subject) => collector.AddUnreadable(subject);
}
