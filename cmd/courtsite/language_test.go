package main

import (
	"strings"
	"testing"

	"courtsite/generator/diag"
)

func TestToolLanguage(t *testing.T) {
	tests := []struct {
		args, all, lang, system string
		want                    diag.Lang
	}{
		{want: diag.EN},
		{lang: "zh_CN.UTF-8", want: diag.ZH},
		{lang: "zh", want: diag.ZH},
		{lang: "zha_CN", want: diag.EN},
		{lang: "C.UTF-8", want: diag.EN},
		{all: "en_GB.UTF-8", lang: "zh_CN.UTF-8", want: diag.EN},
		{all: "zh_CN.UTF-8", lang: "en_GB.UTF-8", want: diag.ZH},
		{system: "zh-CN", want: diag.ZH},
		{lang: "en_US", system: "zh-CN", want: diag.EN},
		{args: "build --lang zh", lang: "en_US", want: diag.ZH},
		{args: "--lang=en build", lang: "zh_CN", want: diag.EN},
		{args: "--lang zh new page basic/news a --lang en", want: diag.ZH},
		{args: "new page basic/news a --lang zh", want: diag.ZH},
		{args: "new page basic/news a --lang en", lang: "zh_CN", want: diag.ZH},
		{args: "new page basic/news a --lang", want: diag.EN},
		{args: "new site court --lang=zh-Hans", want: diag.EN},
		{args: "-C new build --lang zh", want: diag.ZH},
		{args: "build -o new --lang zh", want: diag.ZH},
		{args: "-- --lang zh", want: diag.EN},
		{args: "build --lang", want: diag.EN},
	}
	for _, test := range tests {
		env := map[string]string{"LC_ALL": test.all, "LANG": test.lang}
		got := toolLanguage(strings.Fields(test.args), func(key string) string { return env[key] }, test.system)
		if got != test.want {
			t.Errorf("%+v: got %s", test, got)
		}
	}
}
