using RetentionRules.Diagnostics;
using RetentionRules.Text;
using Sprache;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>What Sprache does not bring: spans on nodes, mistakes that do not stop a parse, lists.</summary>
internal static class Combinators
{
    /// <summary>The first of the parsers that succeeds; one that has taken something and then fails ends the search.</summary>
    public static Parser<T> Choice<T>(params Parser<T>[] parsers) => parsers.Aggregate((first, second) => first.XOr(second));

    /// <summary>Sets the span of the node to what the parser took, without the blanks behind it.</summary>
    public static Parser<T> WithSpan<T>(this Parser<T> parser)
        where T : SyntaxNode => input =>
    {
        IResult<T> result = parser(input);
        return result.WasSuccessful
            ? Result.Success(result.Value with { Span = Between(input, result.Remainder) }, result.Remainder)
            : result;
    };

    public static TextSpan Between(IInput from, IInput to)
    {
        int end = to.Position;
        while (end > from.Position && from.Source[end - 1] is ' ' or '\t' or '\n' or '\r') end--;
        return TextSpan.FromBounds(from.Position, end);
    }

    /// <summary>
    /// Recognises a text that is refused with an explanation of its own, and goes on as if it had been right, so that
    /// one mistake hides nothing behind it.
    /// </summary>
    public static Parser<T> Mistake<T>(this Parser<T> parser, DiagnosticDescriptor descriptor, string argument = "", string help = "") =>
        input =>
    {
        IResult<T> result = parser.Silently()(input);
        if (result.WasSuccessful)
            ((LanguageInput)input).Trace.Record(new Mistake(descriptor, Between(input, result.Remainder), argument, help));
        return result;
    };

    /// <summary>Fits as well, but a message need not name it among what was expected.</summary>
    public static Parser<T> Silently<T>(this Parser<T> parser) => input =>
    {
        ParseTrace trace = ((LanguageInput)input).Trace;
        trace.Quiet++;
        IResult<T> result = parser(input);
        trace.Quiet--;
        return result;
    };

    /// <summary>A parser that is not built yet: where the grammar refers to itself.</summary>
    public static Parser<T> Lazily<T>(Func<Parser<T>> parser) => input => parser()(input);

    /// <summary>Takes nothing unless all of it fits.</summary>
    public static Parser<T> AllOrNothing<T>(this Parser<T> parser) => input =>
    {
        IResult<T> result = parser(input);
        return result.WasSuccessful ? result : Result.Failure<T>(input, result.Message, result.Expectations);
    };

    /// <summary><c>( a, b, c )</c>.</summary>
    public static Parser<IReadOnlyList<T>> ListOf<T>(Parser<T> item, string open = "(", string close = ")") =>
        from opening in Tokens.Sign(open)
        from items in SeparatedBy(item, Tokens.Sign(","))
        from closing in Tokens.Sign(close)
        select items;

    /// <summary>
    /// As many as there are; one that has taken something and then fails is the failure of the whole. Sprache's own
    /// <c>XMany</c> parses the failing one twice, which doubles at each level of parentheses.
    /// </summary>
    public static Parser<IReadOnlyList<T>> Repeated<T>(this Parser<T> parser) => input =>
    {
        List<T> values = [];
        while (true)
        {
            IResult<T> result = parser(input);
            if (!result.WasSuccessful)
                return result.Remainder.Equals(input)
                    ? Result.Success<IReadOnlyList<T>>(values, input)
                    : Result.Failure<IReadOnlyList<T>>(result.Remainder, result.Message, result.Expectations);
            if (result.Remainder.Equals(input)) return Result.Success<IReadOnlyList<T>>(values, input);
            values.Add(result.Value);
            input = result.Remainder;
        }
    };

    /// <summary>The value, or the other one where the parser does not fit, however far it had come.</summary>
    public static Parser<T> OrElse<T>(this Parser<T> parser, T otherwise) => input =>
    {
        IResult<T> result = parser(input);
        return result.WasSuccessful ? result : Result.Success(otherwise, input);
    };

    /// <summary>At least one item; an error behind a separator stays where it is.</summary>
    public static Parser<IReadOnlyList<T>> SeparatedBy<T, TSeparator>(Parser<T> item, Parser<TSeparator> separator) =>
        from first in item
        from rest in (from sign in separator from next in item select next).Repeated()
        select (IReadOnlyList<T>)[first, .. rest];
}
