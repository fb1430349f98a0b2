using System.Globalization;
using System.Text;
using AccountRules.Cultures.Tests;

if (args is ["tool"])
{
    ToolRuns.Run();
    return;
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
#pragma warning disable RS0030 // the culture of the process is what is tried
var culture = CultureInfo.CurrentCulture;
#pragma warning restore RS0030
foreach (var line in args is ["control"] ? Control.Lines(culture) : Transcript.Lines())
    Console.Out.Write(line + "\n");
