namespace Simulator.Scenarios.Results;

/// <summary>What is found where a result is to go, before anything is run.</summary>
/// <param name="State">What it is.</param>
/// <param name="Found">The same for people, such as <c>holds other files ('notes.txt') and no result</c>; empty where there is nothing.</param>
public sealed record FolderLook(FolderState State, string Found);
