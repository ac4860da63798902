namespace RingPerf.Hashing.Md5;

/// <summary>A number the JIT knows: how many vectors a kernel interleaves.</summary>
internal interface IVectorCount
{
    static abstract int Value { get; }

    /// <summary>One vector.</summary>
    internal readonly struct One : IVectorCount
    {
        public static int Value => 1;
    }

    /// <summary>Two vectors.</summary>
    internal readonly struct Two : IVectorCount
    {
        public static int Value => 2;
    }

    /// <summary>Three vectors.</summary>
    internal readonly struct Three : IVectorCount
    {
        public static int Value => 3;
    }

    /// <summary>Four vectors.</summary>
    internal readonly struct Four : IVectorCount
    {
        public static int Value => 4;
    }

    /// <summary>Six vectors.</summary>
    internal readonly struct Six : IVectorCount
    {
        public static int Value => 6;
    }
}
