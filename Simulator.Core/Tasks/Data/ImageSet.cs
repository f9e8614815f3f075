namespace Simulator.Core.Tasks.Data;

/// <summary>Labelled grey images of one size: the first part to train on, the rest held out. Never changes, so every
/// thread may read it.</summary>
/// <remarks>About half of all pixels are black; a model's work is over the others, so only they are stored.</remarks>
public sealed class ImageSet
{
    /// <summary>Classes an image may belong to.</summary>
    public const int ClassCount = 10;

    private readonly byte[] _labels;
    private readonly int[] _offsets;
    private readonly ushort[] _places;
    private readonly float[] _greys;
    private readonly int _steps;

    /// <summary>Takes over the images of a file.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="training">How many of the images, from the first, are there to train on.</param>
    /// <param name="labels">Class of each image, 0 to 9.</param>
    /// <param name="pixels">Pixels of each image, row by row, image after image.</param>
    /// <param name="white">The pixel value that becomes 1.</param>
    /// <param name="step">What a pixel value is a multiple of; white is at most 16 steps.</param>
    internal ImageSet(
        string name,
        int height,
        int width,
        int training,
        byte[] labels,
        byte[] pixels,
        byte white,
        byte step
    )
    {
        Name = name;
        Height = height;
        Width = width;
        TrainingCount = training;
        _steps = white / step;
        _labels = labels;
        _offsets = new int[labels.Length + 1];
        int lit = pixels.Count(p => p != 0);
        _places = new ushort[lit];
        _greys = new float[lit];
        int next = 0;
        for (int image = 0; image < labels.Length; image++)
        {
            for (int place = 0; place < PixelCount; place++)
            {
                byte pixel = pixels[image * PixelCount + place];
                if (pixel != 0)
                {
                    _places[next] = (ushort)place;
                    _greys[next++] = pixel / (float)white;
                }
            }
            _offsets[image + 1] = next;
        }
    }

    private ImageSet(ImageSet upright, string name)
    {
        (Name, Height, Width) = (name, upright.Width, upright.Height);
        (TrainingCount, _steps) = (upright.TrainingCount, upright._steps);
        (_labels, _offsets) = (upright._labels, upright._offsets);
        _places = new ushort[upright._places.Length];
        _greys = [.. upright._greys];
        for (int i = 0; i < _places.Length; i++)
        {
            int place = upright._places[i];
            _places[i] = (ushort)(place % upright.Width * Width + place / upright.Width);
        }
        for (int image = 0; image < _labels.Length; image++)
        {
            (int start, int end) = (_offsets[image], _offsets[image + 1]);
            _places.AsSpan(start..end).Sort(_greys.AsSpan(start..end));
        }
    }

    /// <summary>Name of the set as scenarios write it.</summary>
    public string Name { get; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Pixels of a row.</summary>
    public int Width { get; }

    /// <summary>Pixels of an image.</summary>
    public int PixelCount => Height * Width;

    /// <summary>Whether the images of another set are as high and as wide.</summary>
    internal bool HasSizeOf(ImageSet other) => (Height, Width) == (other.Height, other.Width);

    /// <summary>Images to train on; they come first.</summary>
    public int TrainingCount { get; }

    /// <summary>Images held out from training; they come after those to train on.</summary>
    public int HeldOutCount => _labels.Length - TrainingCount;

    /// <summary>The same images seen from the side: rows become columns.</summary>
    /// <param name="name">Name of that set.</param>
    internal ImageSet Turned(string name) => new(this, name);

    /// <summary>The class of an image, from 0.</summary>
    /// <param name="image">Number of the image: training images first, then held-out ones.</param>
    public int Label(int image) => _labels[image];

    /// <summary>The pixels of an image, row by row, each in [0, 1]; 0 is black.</summary>
    /// <param name="image">Number of the image: training images first, then held-out ones.</param>
    /// <returns>A new array of <see cref="PixelCount"/> numbers.</returns>
    public float[] Pixels(int image)
    {
        float[] pixels = new float[PixelCount];
        Lit(image).Spread(pixels);
        return pixels;
    }

    /// <summary>Lit pixels of a held-out image in the mean, to the nearest whole number.</summary>
    internal int MeanLitPixels => (_offsets[^1] - _offsets[TrainingCount] + HeldOutCount / 2) / HeldOutCount;

    /// <summary>Puts all pixels of an image, in whole steps of grey, into <paramref name="steps"/>.</summary>
    /// <param name="image">Number of the image.</param>
    /// <param name="steps">Takes the result; what is beyond the image becomes 0.</param>
    internal void SpreadSteps(int image, Span<ushort> steps)
    {
        steps.Clear();
        LitPixels lit = Lit(image);
        for (int i = 0; i < lit.Places.Length; i++)
        {
            steps[lit.Places[i]] = (ushort)(lit.Greys[i] * _steps + 0.5f);
        }
    }

    /// <summary>The pixels of an image that are not black.</summary>
    internal LitPixels Lit(int image)
    {
        (int start, int end) = (_offsets[image], _offsets[image + 1]);
        return new(_places.AsSpan(start..end), _greys.AsSpan(start..end));
    }
}
