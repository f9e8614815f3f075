using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>The classes that a model has named, so that each is worked out once per question and version.</summary>
/// <param name="images">The set that it is asked about.</param>
/// <param name="classify">Names the class of an image, by its number in the set.</param>
internal sealed class AnswerSheet(ImageSet images, Func<int, int> classify)
{
    private readonly byte[] _known = new byte[images.HeldOutCount];

    /// <summary>The model's answer; a question of another task gets <see cref="NoAnswer"/>.</summary>
    public IAnswer Answer(IQuestion question)
    {
        if (question is not ImageQuestion asked || asked.Images != images)
        {
            return NoAnswer.Instance;
        }
        // One more than the class, since 0 says that nothing is known.
        ref byte known = ref _known[asked.Index];
        if (known == 0)
        {
            known = (byte)(classify(asked.Image) + 1);
        }
        return LabelAnswer.Of(known - 1);
    }

    /// <summary>Forgets all of them: the model has learned something.</summary>
    public void Forget() => Array.Clear(_known);
}
