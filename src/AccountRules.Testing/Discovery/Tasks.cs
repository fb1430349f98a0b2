namespace AccountRules.Testing.Discovery;

/// <summary>Waits for what a test returns.</summary>
internal static class Tasks
{
    public static void Wait(object? returned)
    {
        switch (returned)
        {
            case Task task:
                task.GetAwaiter().GetResult();
                break;
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
        }
    }
}
