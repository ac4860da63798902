namespace RingPerf;

/// <summary>The function that maps UTF-8 text to a 32-bit position on the circle.</summary>
/// <remarks>Positions outlive a process, so the values are fixed and only ever appended to.</remarks>
public enum HashFunction
{
    /// <summary>First four bytes of MD5, big-endian, computed by this library's managed code: works where the platform forbids MD5.</summary>
    Md5 = 0,

    /// <summary>The same positions through the platform's cryptography library, one pooled instance a thread.</summary>
    Md5Platform = 1,

    /// <summary>High 32 bits of 64-bit XXH3, seed 0.</summary>
    XxHash3 = 2,

    /// <summary>High 32 bits of XXH64, seed 0.</summary>
    XxHash64 = 3,

    /// <summary>XXH32, seed 0.</summary>
    XxHash32 = 4,

    /// <summary>CRC-32 as in IEEE 802.3 and zlib.</summary>
    Crc32 = 5,
}
