namespace Crm.Docs;

public sealed record Mail(string To, string Text);
