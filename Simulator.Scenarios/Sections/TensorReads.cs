namespace Simulator.Scenarios.Sections;

/// <summary>How a question becomes the numbers that an ONNX model reads.</summary>
internal enum TensorReads
{
    /// <summary>The pixels of an image, row by row: [batch, pixels].</summary>
    Pixels,

    /// <summary>The pixels of an image with its one channel before rows: [batch, 1, height, width].</summary>
    PixelsNchw,

    /// <summary>The pixels of an image with its one channel last: [batch, height, width, 1].</summary>
    PixelsNhwc,

    /// <summary>The last characters of a text by their numbers in the alphabet: [batch, window].</summary>
    Codes,

    /// <summary>The last characters of a text, each as a row of zeros and a one: [batch, window, alphabet].</summary>
    OneHot,

    /// <summary>The features of a row in units of their standard deviation: [batch, features].</summary>
    Columns,

    /// <summary>The features of a row as its file gives them: [batch, features].</summary>
    RawColumns,
}
