package theme

import (
	"html/template"

	"courtsite/generator/script"
)

// Functions gives the functions that templates may call beside those of html/template. They are pure: what they give depends on their arguments
// alone, so a page still depends on its view and the theme only.
//
//	{{runs .Title .Lang}}      the text with an element around each part in another script: <bdi lang="zh-Hans" dir="ltr">(2025)新01民初123号</bdi>
//	{{isolated .Title .Lang}}  the same where no element can stand, in <title> and in attributes, with the isolating characters of Unicode
//
// The second argument is the language of the text: of a link's text its In. Where that is not known, the letters tell what most of the text is
// written in.
func Functions() template.FuncMap {
	return template.FuncMap{"runs": runs, "isolated": isolated}
}

func runs(text, lang string) template.HTML {
	return template.HTML(script.For(language(text, lang)).HTML(text))
}

func isolated(text, lang string) string { return script.For(language(text, lang)).Isolated(text) }

func language(text, lang string) string {
	if lang == "" {
		return script.Majority(text)
	}
	return lang
}
