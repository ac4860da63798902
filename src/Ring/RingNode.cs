namespace RingPerf;

/// <summary>A node and how much of the circle it should own beside the others.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Weight">Finite and above 0, and whole under any profile but that of aodh; a node of weight 2 owns twice what one of weight 1
/// owns, on average.</param>
/// <remarks>Values are checked by the ring that takes them. A node has <c>replicas × weight</c> points, rounded to the nearest whole
/// number (halves up) and never fewer than 1; other profiles have their own rule.</remarks>
public readonly record struct RingNode(string Name, double Weight = 1);
