using Microsoft.Extensions.Logging;

namespace AccountRules.Hosting;

/// <summary>Who wants to hear of a new policy. Each is called on its own: what one throws is logged, and keeps no other from hearing.</summary>
internal sealed class PolicyListeners(ILogger logger)
{
    private readonly Lock changing = new();
    private Subscription[] subscriptions = [];

    public IDisposable Add(Action<Policy> listener)
    {
        var subscription = new Subscription(this, listener);
        lock (changing)
            subscriptions = [.. subscriptions, subscription];

        return subscription;
    }

    public void Tell(Policy policy)
    {
        foreach (var subscription in Volatile.Read(ref subscriptions))
        {
            try
            {
                subscription.Listener(policy);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                logger.ListenerFailed(policy, e);
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (changing)
            subscriptions = Array.FindAll(subscriptions, s => s != subscription);
    }

    private sealed class Subscription(PolicyListeners listeners, Action<Policy> listener) : IDisposable
    {
        public Action<Policy> Listener => listener;

        public void Dispose() => listeners.Remove(this);
    }
}
