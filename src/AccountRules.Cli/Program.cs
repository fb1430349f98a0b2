using System.Runtime.InteropServices;
using AccountRules.Cli;

using var stop = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
return (int)App.Run(args, Terminal.OfConsole(stop.Token));

// However the run is asked to end, it ends by itself: it leaves no half file and says what was done.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
