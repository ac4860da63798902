namespace RingPerf.Hashing.Md5;

/// <summary>The four words that MD5 carries from block to block.</summary>
internal struct Md5Words
{
    internal uint A = Md5Constants.A;
    internal uint B = Md5Constants.B;
    internal uint C = Md5Constants.C;
    internal uint D = Md5Constants.D;

    public Md5Words()
    {
    }
}
