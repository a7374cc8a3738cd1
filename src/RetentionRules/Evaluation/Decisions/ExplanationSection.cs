namespace RetentionRules.Evaluation;

/// <summary>One part of an explanation.</summary>
/// <param name="Title">Which question it answers: <c>Which item</c>, <c>When</c>, <c>Holds</c>.</param>
/// <param name="Nodes">What was asked, and what each came to.</param>
/// <param name="Closing">What is to be said besides; empty where nothing is.</param>
public sealed record ExplanationSection(string Title, IReadOnlyList<ExplanationNode> Nodes, string Closing);
