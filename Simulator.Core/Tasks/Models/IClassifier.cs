using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>A network that names the class of an image and learns from batches: what a trainer trains.</summary>
internal interface IClassifier
{
    /// <summary>Floating-point operations to learn from one image.</summary>
    long Operations(int litPixels);

    /// <summary>Floating-point operations to name the class of one image.</summary>
    long ReadingOperations(int litPixels);

    /// <summary>The class it sees in an image.</summary>
    int Classify(LitPixels image);

    /// <summary>One step of gradient descent on the mean cross-entropy of a batch.</summary>
    /// <param name="shard">Images and their labels.</param>
    /// <param name="batch">Places in the shard, at most <see cref="Trainer.BatchSize"/>; a place may occur twice.</param>
    /// <param name="rate">How far to go along the gradient.</param>
    void Learn(ImageShard shard, ReadOnlySpan<int> batch, float rate);
}
