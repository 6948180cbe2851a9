package page

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// markdown is the one dialect of all pages: CommonMark with GFM's tables and strikethrough, footnotes
// and definition lists, and these differences, each because official texts come out of Word:
//
//   - indented lines are text, never code: clerks indent paragraphs (code stands between fences);
//   - a line that starts with an ideographic space starts a paragraph;
//   - raw HTML is text;
//   - emphasis works beside Chinese and Tibetan punctuation, and leaves masked names and numbers
//     alone (see [flankingParser]);
//   - only two tildes strike through: 10~20日 is a range;
//   - addresses become links anywhere, also after Chinese punctuation (see autolink).
//
// Safe for concurrent use.
var markdown = newMarkdown(util.Prioritized(wordsParser{}, 0))

// newMarkdown makes it, with further inline parsers, which must not change what it is.
func newMarkdown(further ...util.PrioritizedValue) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(blockParsers()...),
			parser.WithInlineParsers(append(further,
				util.Prioritized(parser.NewCodeSpanParser(), 100),
				util.Prioritized(extension.NewFootnoteParser(), 101),
				util.Prioritized(parser.NewLinkParser(), 200),
				util.Prioritized(parser.NewAutoLinkParser(), 300),
				util.Prioritized(parser.NewRawHTMLParser(), 400),
				util.Prioritized(flankingParser{}, 499),
			)...),
			parser.WithParagraphTransformers(
				util.Prioritized(definitions{}, 100),
				util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			),
			parser.WithASTTransformers(
				util.Prioritized(extension.NewTableASTTransformer(), 0),
				util.Prioritized(unusedFootnotes{}, 998),
				util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
			),
		)),
		goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(htmlRenderer{}, 100),
			util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
			util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
			util.Prioritized(html.NewRenderer(), 1000),
		))),
	)
}

func blockParsers() []util.PrioritizedValue {
	paragraph := paragraphParser{parser.NewParagraphParser()}
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(commentParser{}, 900),
		util.Prioritized(ideographicParser{paragraph}, 950),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		util.Prioritized(paragraph, 1000),
	}
}
