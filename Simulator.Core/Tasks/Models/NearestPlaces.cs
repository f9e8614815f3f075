using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>The nearest of the images offered so far, in order; the earlier of equals comes first.</summary>
/// <param name="count">How many to keep.</param>
internal sealed class NearestPlaces(int count)
{
    private readonly uint[] _distances = new uint[count];
    private readonly int[] _places = new int[count];
    private int _kept;

    /// <summary>How many are kept at most.</summary>
    public int Count => _distances.Length;

    /// <summary>Forgets all of them.</summary>
    public void Clear() => _kept = 0;

    /// <summary>Keeps an image if it is among the nearest.</summary>
    /// <param name="place">Its place, above those offered before.</param>
    /// <param name="distance">How far away it is.</param>
    public void Offer(int place, uint distance)
    {
        if (_kept == _distances.Length && distance >= _distances[_kept - 1])
        {
            return;
        }
        if (_kept < _distances.Length)
        {
            _kept++;
        }
        int at = _kept - 1;
        for (; at > 0 && distance < _distances[at - 1]; at--)
        {
            (_distances[at], _places[at]) = (_distances[at - 1], _places[at - 1]);
        }
        (_distances[at], _places[at]) = (distance, place);
    }

    /// <summary>The class that most of them have; of equals the one with the nearest image, and the first where there is
    /// none.</summary>
    /// <param name="labels">The class of the image at each place.</param>
    public int Vote(ReadOnlySpan<byte> labels)
    {
        Span<int> votes = stackalloc int[ImageSet.ClassCount];
        int most = 0;
        for (int i = 0; i < _kept; i++)
        {
            most = Math.Max(most, ++votes[labels[_places[i]]]);
        }
        for (int i = 0; i < _kept; i++)
        {
            int label = labels[_places[i]];
            if (votes[label] == most)
            {
                return label;
            }
        }
        return 0;
    }
}
