using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace RingPerf.Hashing.Md5;

/// <summary>Decimal numbers that count up, as the sixteen bytes of message that start with the word their first digit falls in.</summary>
/// <remarks>Nine of ten steps add one to a digit in a register; the tenth writes the number afresh.</remarks>
internal struct ReplicaText
{
    private readonly UInt128 _before;
    private readonly int _bytesBefore;
    private uint _number;
    private uint _stepsLeft;
    private Vector128<uint> _one;

    /// <param name="before">The bytes of the first word that lie before the number.</param>
    /// <param name="number">The first number.</param>
    internal ReplicaText(ReadOnlySpan<byte> before, uint number)
    {
        Debug.Assert(before.Length < sizeof(uint));
        _bytesBefore = before.Length;
        for (int i = 0; i < before.Length; i++)
        {
            _before |= (UInt128)before[i] << (8 * i);
        }

        _number = number;
        Write();
    }

    /// <summary>What lies before the number, the number, 0x80, zeros.</summary>
    internal Vector128<uint> Words { get; private set; }

    /// <summary>Digits of the number.</summary>
    internal int Digits { get; private set; }

    internal static int CountDigits(uint number)
    {
        int digits = 1;
        for (; number >= 10; number /= 10)
        {
            digits++;
        }

        return digits;
    }

    internal void Increment()
    {
        _number++;
        if (_stepsLeft == 0)
        {
            Write();
            return;
        }

        _stepsLeft--;
        Words += _one;
    }

    private void Write()
    {
        UInt128 text = 0x80;
        uint rest = _number;
        Digits = 0;
        do
        {
            (rest, uint digit) = Math.DivRem(rest, 10);
            text = (text << 8) | ('0' + digit);
            Digits++;
        }
        while (rest > 0);

        Words = ToVector(_before | (text << (8 * _bytesBefore)));
        _one = ToVector(UInt128.One << (8 * (_bytesBefore + Digits - 1)));
        _stepsLeft = 9 - (_number % 10);
    }

    private static Vector128<uint> ToVector(UInt128 bytes) => Vector128.Create((ulong)bytes, (ulong)(bytes >> 64)).AsUInt32();
}
