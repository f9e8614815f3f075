namespace Simulator.Scenarios.Tests.Reports;

/// <summary>What a browser saw of a page.</summary>
/// <param name="Dom">The document after its scripts ran.</param>
/// <param name="Console">Lines of the console.</param>
/// <param name="Requests">Addresses that the page asked for.</param>
internal sealed record Visit(string Dom, IReadOnlyList<string> Console, IReadOnlyList<string> Requests);
