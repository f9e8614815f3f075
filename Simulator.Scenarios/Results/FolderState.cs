namespace Simulator.Scenarios.Results;

/// <summary>What a run finds where its result is to go.</summary>
public enum FolderState : byte
{
    /// <summary>Nothing, or an empty folder.</summary>
    Free,

    /// <summary>A complete result of the same plan and seed with every file that is asked for: there is nothing to run.</summary>
    Complete,

    /// <summary>A partial result of the same plan and seed, one that lacks a file asked for, or what a killed run left
    /// behind: it is replaced without being forced.</summary>
    Unfinished,

    /// <summary>Another result, or files that are not ours: nothing is written there unless forced.</summary>
    Taken,
}
