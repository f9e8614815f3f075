using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>The classes that a model has named, so that each is worked out once per question and version.</summary>
/// <remarks>Images of the same size from elsewhere are named too, as well as the model can.</remarks>
/// <param name="images">The set that it learns from.</param>
/// <param name="classify">Names the class of an image, by its number in a set.</param>
internal sealed class AnswerSheet(ImageSet images, Func<ImageSet, int, int> classify)
{
    private readonly byte[] _known = new byte[images.HeldOutCount];
    private ImageSet? _elsewhere;
    private byte[] _knownElsewhere = [];

    /// <summary>A sheet with what another one knows, of a model that names the same classes.</summary>
    public AnswerSheet(ImageSet images, Func<ImageSet, int, int> classify, AnswerSheet other)
        : this(images, classify)
    {
        other._known.CopyTo(_known);
    }

    /// <summary>Whether a question is of the images that the model learns from.</summary>
    public bool Knows(IQuestion question) => question is ImageQuestion asked && asked.Images == images;

    /// <summary>The model's answer; a question of another task, or of images of another size, gets <see cref="NoAnswer"/>.</summary>
    public IAnswer Answer(IQuestion question)
    {
        if (question is not ImageQuestion asked || !asked.Images.HasSizeOf(images))
        {
            return NoAnswer.Instance;
        }
        // One more than the class, since 0 says that nothing is known.
        ref byte known = ref AnswersTo(asked.Images)[asked.Index];
        if (known == 0)
        {
            known = (byte)(classify(asked.Images, asked.Image) + 1);
        }
        return LabelAnswer.Of(known - 1);
    }

    /// <summary>Forgets all of them: the model has learned something.</summary>
    public void Forget()
    {
        Array.Clear(_known);
        Array.Clear(_knownElsewhere);
    }

    /// <summary>The answers to questions of a set: its own, or the last other one.</summary>
    private byte[] AnswersTo(ImageSet asked)
    {
        if (asked == images)
        {
            return _known;
        }
        if (asked != _elsewhere)
        {
            (_elsewhere, _knownElsewhere) = (asked, new byte[asked.HeldOutCount]);
        }
        return _knownElsewhere;
    }
}
