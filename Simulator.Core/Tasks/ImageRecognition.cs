using System.Collections.Immutable;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks;

/// <summary>Naming the class of an image: a right answer scores 1, any other 0.</summary>
public sealed class ImageRecognition : ITask
{
    private static readonly Lazy<ImageRecognition> DigitsOnce = new(() => new(DataCatalog.Digits));
    private static readonly Lazy<ImageRecognition> FashionOnce = new(() => new(DataCatalog.Fashion));

    private static readonly Lazy<ImageRecognition> DigitsTurnedOnce = new(() =>
        new(DataCatalog.Digits.Turned("digits-turned"))
    );
    private static readonly Lazy<ImageRecognition> FashionTurnedOnce = new(() =>
        new(DataCatalog.Fashion.Turned("fashion-turned"))
    );

    private ImageRecognition(ImageSet images)
    {
        Images = images;
        HeldOut = ImmutableArray.CreateRange<IQuestion>(
            Enumerable.Range(0, images.HeldOutCount).Select(index => new ImageQuestion(images, index))
        );
        Baseline = ShareOfMostFrequentClass(images);
    }

    /// <summary>Handwritten digits.</summary>
    public static ImageRecognition Digits => DigitsOnce.Value;

    /// <summary>Pieces of clothing.</summary>
    public static ImageRecognition Fashion => FashionOnce.Value;

    /// <summary>Handwritten digits seen from the side.</summary>
    public static ImageRecognition DigitsTurned => DigitsTurnedOnce.Value;

    /// <summary>Pieces of clothing seen from the side.</summary>
    public static ImageRecognition FashionTurned => FashionTurnedOnce.Value;

    /// <summary>The images to train on and those asked about.</summary>
    public ImageSet Images { get; }

    /// <inheritdoc/>
    public string Name => Images.Name;

    /// <inheritdoc/>
    public IReadOnlyList<IQuestion> HeldOut { get; }

    /// <summary>Share of the most frequent class among the held-out images: what naming it every time scores.</summary>
    public double Baseline { get; }

    /// <summary>1 for the class of the image asked about, else 0; a question of another task scores 0.</summary>
    public double Score(IQuestion question, IAnswer answer) =>
        question is ImageQuestion asked
        && asked.Images == Images
        && answer is LabelAnswer given
        && given.Label == Images.Label(asked.Image)
            ? 1
            : 0;

    /// <inheritdoc/>
    public IAnswer Truth(IQuestion question) =>
        question is ImageQuestion asked && asked.Images == Images
            ? LabelAnswer.Of(Images.Label(asked.Image))
            : throw new ArgumentException($"{question} is no question of {Name}.", nameof(question));

    /// <summary>A class, each equally likely.</summary>
    /// <param name="rng">What chooses it.</param>
    public IAnswer Guess(Rng rng) => LabelAnswer.Of(rng.NextInt(ImageSet.ClassCount));

    private static double ShareOfMostFrequentClass(ImageSet images)
    {
        Span<int> counts = stackalloc int[ImageSet.ClassCount];
        int most = 0;
        for (int index = 0; index < images.HeldOutCount; index++)
        {
            most = Math.Max(most, ++counts[images.Label(images.TrainingCount + index)]);
        }
        return (double)most / images.HeldOutCount;
    }
}
