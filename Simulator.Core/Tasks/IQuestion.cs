namespace Simulator.Core.Tasks;

/// <summary>What a validator asks; each task family has its own kind. The truth stays with the task.</summary>
public interface IQuestion;
