namespace RetentionRules.Compilation;

/// <summary>
/// How large the decision diagram of a policy is. What it costs to decide a record grows with the number of nodes on one way,
/// and hardly with that of all nodes.
/// </summary>
/// <param name="Nodes">Questions about a fact.</param>
/// <param name="Ways">Ways from one question to the next, or to an end.</param>
/// <param name="Ends">What the ways lead to: the items that are left.</param>
/// <param name="OpenEnds">Ends at which more than one item is left that may claim a record; they are tried one by one.</param>
public readonly record struct DiagramSize(int Nodes, int Ways, int Ends, int OpenEnds);
