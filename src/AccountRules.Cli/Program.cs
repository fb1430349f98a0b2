using System.Runtime.InteropServices;
using AccountRules.Cli;

using var stop = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
return (int)App.Run(args, Terminal.OfConsole(stop.Token));
