package theme_test

import (
	"fmt"
	"html/template"

	"courtsite/generator/view"
)

var categories = []struct {
	id, name string
	items    []string
}{
	{"basic", "人民法院基本信息", []string{"机构设置", "规范性文件", "向同级人民代表大会所作的工作报告", "重要会议、重大活动和重要工作等动态信息", "其他需要社会广泛知晓的基本信息"}},
	{"trial", "审判执行信息", []string{"司法统计信息", "审判执行流程信息", "公开开庭审理案件的庭审活动", "裁判文书", "执行工作信息", "减刑、假释、暂予监外执行信息", "其他涉及当事人合法权益、社会公共利益或需要社会广泛知晓的审判执行信息"}},
	{"service", "诉讼服务信息", []string{"诉讼指南", "人民法院公告", "司法拍卖和确定财产处置参考价相关信息", "申诉信访渠道"}},
	{"reform", "司法改革信息", []string{"人民法院司法改革文件", "人民法院重大司法改革任务进展情况", "人民法院司法改革典型案例"}},
	{"administration", "司法行政事务信息", []string{"涉及社会公共利益或社会关切的人大代表议案建议和政协提案办理情况", "部门预算、决算公开说明", "人民法院信息化技术标准"}},
	{"exchange", "国际司法交流合作信息", []string{"人民法院开展的重要国际司法交流合作活动情况", "人民法院举办和参与重要国际司法会议情况"}},
	{"team", "队伍建设信息", []string{"党的建设情况", "人事工作情况", "纪检监察信息", "先进典型信息", "教育培训工作情况", "司法警察工作情况", "法院文化建设情况"}},
}

func (s site) header(kind string) view.Header {
	h := view.Header{Lang: s.tag, Dir: s.dir, SiteTitle: s.court, CourtName: s.court, Emblem: s.asset("emblem.svg"), Home: s.prefix, Subscribe: s.prefix + "subscribe/", T: s.phrases}
	for _, c := range categories {
		nav := view.NavLink{Link: s.foreign(c.name, s.prefix+c.id+"/"), Current: c.id == "trial" && kind != "home"}
		for i, item := range c.items {
			nav.Items = append(nav.Items, s.foreign(item, fmt.Sprintf("%s%s/%d/", s.prefix, c.id, i)))
		}
		h.Nav = append(h.Nav, nav)
	}
	return h
}

func (s site) footer() view.Footer {
	return view.Footer{
		Lang: s.tag, Dir: s.dir, Organizer: "明镜县人民法院", Address: "明镜县清源镇公正路 1 号", Postcode: "999999", Telephone: "12368", Email: "office@court.example",
		ICP: s.foreign("某ICP备00000000号", "https://beian.miit.gov.cn/"), Police: s.foreign("某公网安备 00000000000000号", "https://beian.mps.gov.cn/"),
		SiteCode: "bm00000000", FindErrors: s.foreign("网站找错", "/find-errors/"), T: s.phrases,
		Links:     []view.Link{s.foreign("网站地图", "/map/"), s.foreign("关于本站", "/about/"), s.foreign("全部文件", "/documents/"), s.foreign("网站声明", "/statement/")},
		Platforms: []view.Link{s.foreign("中国审判流程信息公开网", "https://splcgk.court.gov.cn/"), s.foreign("中国裁判文书网", "https://wenshu.court.gov.cn/")},
	}
}

func (s site) entries(n int) []view.Entry {
	titles := []string{
		"明镜县人民法院关于2026年度部门预算公开情况的说明", "关于公开开庭审理一起涉及多数人利益的建设工程施工合同纠纷案件并邀请人大代表、政协委员和社会各界群众旁听的公告",
		"我院召开2026年上半年审判执行工作讲评会", "送达公告（2026）第12号", "“如我在诉”——诉讼服务中心便民措施十问十答",
	}
	var all []view.Entry
	for i := range n {
		e := view.Entry{
			Link: s.foreign(titles[i%len(titles)], fmt.Sprintf("%sbasic/news/document-%d/", s.prefix, i)), Expired: i%5 == 3,
			Published: view.Date{ISO: "2026-02-10T09:00:00+08:00", Text: "2026年2月10日"},
		}
		if i%2 == 0 {
			e.Number, e.Office, e.Column = "明法〔2026〕3号", "办公室", s.foreign("部门预算、决算公开说明", "/administration/budgets/")
			e.Summary = "现将本院2026年度部门预算予以公开，包括部门职责、机构设置、收支总体情况、“三公”经费预算安排以及名词解释等内容，接受社会监督。"
		}
		all = append(all, e)
	}
	return all
}

func (s site) blocks() []view.CategoryBlock {
	var all []view.CategoryBlock
	for _, c := range categories {
		b := view.CategoryBlock{Link: s.foreign(c.name, s.prefix+c.id+"/"), Latest: s.entries(2), Feed: s.prefix + c.id + "/feed.xml"}
		for i, item := range c.items {
			link := view.ItemLink{Link: s.foreign(item, fmt.Sprintf("%s%s/%d/", s.prefix, c.id, i)), Count: "12", Empty: i == 1}
			if !link.Empty {
				link.Latest = s.entries(3)
			}
			b.Items = append(b.Items, link)
		}
		all = append(all, b)
	}
	return all
}

func (s site) feeds(depth int) view.FeedSet {
	set := view.FeedSet{Link: s.foreign("司法行政事务信息", "/administration/"), RSS: "/feed.xml", Atom: "/atom.xml", JSON: "/feed.json"}
	for range depth {
		set.Items = append(set.Items, s.feeds(0))
	}
	return set
}

const body = `<p>根据《中华人民共和国预算法》等有关规定，现将本院2026年度部门预算公开如下。<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
<h2 id="一-部门概况">一、部门概况</h2><p>本院依法审判由其管辖的刑事、民事、行政等案件，<em>依法执行</em>发生法律效力的判决、裁定，并<strong>接受社会监督</strong>。详见<a href="/about/">关于本院</a>。</p>
<h3 id="机构设置">（一）机构设置</h3><ul><li>立案庭（诉讼服务中心）</li><li>民事审判第一庭、第二庭<ol><li>家事审判团队</li><li>速裁团队</li></ol></li></ul>
<blockquote><p>让人民群众在每一个司法案件中感受到公平正义。</p></blockquote>
<h2 id="二-预算表">二、预算表</h2><div class="table" role="region" tabindex="0" aria-label="收支预算总表"><table><caption>收支预算总表（单位：万元）</caption><thead><tr><th scope="col" class="a-l">项目</th><th scope="col" class="a-r">2026年预算数</th><th scope="col" class="a-r">2025年执行数</th><th scope="col" class="a-r">增减比例</th><th scope="col" class="a-c">备注</th></tr></thead><tbody><tr><td class="a-l">一般公共预算拨款收入</td><td class="a-r">3,852.40</td><td class="a-r">3,790.15</td><td class="a-r">1.64%</td><td class="a-c">—</td></tr><tr><td class="a-l">公共安全支出（类）法院（款）行政运行（项）</td><td class="a-r">2,610.00</td><td class="a-r">2,588.73</td><td class="a-r">0.82%</td><td class="a-c">含离退休</td></tr></tbody></table></div>
<h2 id="三-名词解释">三、名词解释</h2><dl><dt>基本支出</dt><dd>为保障机构正常运转、完成日常工作任务而发生的支出。</dd></dl><pre><code>明法〔2026〕3号</code></pre><hr>
<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>口径以县财政局批复为准。<a href="#fnref:1" class="footnote-backref" role="doc-backlink" aria-label="返回正文">↩</a></p></li></ol></div>`

func (s site) article() view.Article {
	link := s.foreign("明镜县人民法院2025年度部门决算公开说明", "/administration/budgets/accounts-2025/")
	return view.Article{
		Frame: s.frame("article", "明镜县人民法院关于2026年度部门预算公开情况的说明以及“三公”经费预算安排情况的说明"), InCatalogue: true,
		Fields: []view.Field{
			{Key: "index", Name: "索引号", Value: "A101/2026-00012"}, {Key: "number", Name: "发文字号", Value: "明法〔2026〕3号"},
			{Key: "published", Name: "发布日期", Value: "2026年2月10日", Time: "2026-02-10T09:00:00+08:00"}, {Key: "office", Name: "责任部门", Value: "办公室"},
			{Key: "keywords", Name: "主题词", Value: "预算 公开 “三公”经费"},
		},
		Summary: "公开本院2026年度部门预算的收支总体情况与“三公”经费安排。", Notices: []view.Notice{{Kind: "draft", Text: "本译文未经审校，以中文文本为准。"}, {Kind: "expired", Text: "本公告期限已届满。"}},
		Contents: []view.Heading{{Level: 2, ID: "一-部门概况", Text: "一、部门概况"}, {Level: 3, ID: "机构设置", Text: "（一）机构设置"}, {Level: 2, ID: "二-预算表", Text: "二、预算表"}, {Level: 2, ID: "三-名词解释", Text: "三、名词解释"}},
		Body:     body, Image: s.asset("emblem.svg"), ImageAlt: "立案大厅",
		Attachments: []view.Attachment{{Title: "2026年度部门预算公开表", Href: "/administration/budgets/budget-2026/tables.xlsx", Type: "XLSX", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Size: "120 KB", Bytes: 122880}},
		Previous:    &link, Next: &link, Related: s.entries(2), Published: view.Date{ISO: "2026-02-10T09:00:00+08:00", Text: "2026年2月10日"}, Office: "办公室", SourceName: "明镜县人民法院",
	}
}

// pages are all kinds of pages, filled as far as they can be.
func (s site) pages() map[string]any {
	lead := s.entries(1)[0]
	lead.Image = s.asset("emblem.svg")
	column := view.Column{Frame: s.frame("column", "部门预算、决算公开说明"), Intro: "本栏目公开本院部门预算、决算及其说明。", Entries: s.entries(8), Total: "128", Newer: "/n/", Older: "/o/", Elsewhere: view.Elsewhere{Entries: s.entries(2), More: &view.Link{Text: "法院要闻", Href: "/basic/news/", Lang: "zh-Hans", Dir: "ltr"}}}
	documents := column
	documents.Frame, documents.Years = s.frame("documents", "全部文件"), []view.Link{{Text: "2026", Href: "/2026/"}, {Text: "2025", Href: "/2025/"}}
	empty := view.Column{Frame: s.frame("column", "人民法院信息化技术标准")}
	home := view.Home{
		Frame: s.frame("home", s.court), CourtName: s.court, Intro: "依法、及时、全面、规范公开司法信息，保障人民群众的知情权、参与权、表达权和监督权。",
		Lead: &lead, News: s.entries(6), NewsMore: "/basic/news/", Notices: s.entries(6), NoticeMore: "/service/announcements/", Categories: s.blocks(),
		Platforms: []view.Platform{{Link: s.foreign("中国审判流程信息公开网", "https://splcgk.court.gov.cn/"), Description: "案件流程查询"}, {Link: s.foreign("中国庭审公开网", "https://tingshen.court.gov.cn/"), Description: "庭审直播与回看"}, {Link: s.foreign("中国裁判文书网", "https://wenshu.court.gov.cn/"), Description: "裁判文书查询"}, {Link: s.foreign("中国执行信息公开网", "https://zxgk.court.gov.cn/"), Description: "被执行人与失信名单查询"}},
	}
	home.Crumbs = nil
	if s.tag != "zh-Hans" {
		documents.TitleLang = "zh-Hans"
	}
	bare := view.Article{Frame: s.frame("article", "关于本站"), Body: template.HTML("<p>…</p>")}
	bare.Demonstration = false
	return map[string]any{
		"home": home, "category": view.Category{Frame: s.frame("category", "审判执行信息"), Items: s.blocks()[1].Items, Latest: s.entries(5)},
		"column": column, "column-empty": empty, "documents": documents, "article": s.article(), "article-bare": bare,
		"subjects": view.Subjects{Frame: s.frame("subjects", "主题词索引"), Headings: []view.Link{{Text: "A", Href: "#heading-a"}}, Groups: []view.SubjectGroup{
			{ID: "heading-a", Heading: "A", Subjects: []view.SubjectLink{{ID: "word-a", Link: view.Link{Text: "安置", Href: "/subjects/a/"}, Count: "2"}, {ID: "word-b", Link: view.Link{Text: "<案件>", Href: "/a/"}}}},
			{ID: "heading-other", Subjects: []view.SubjectLink{{ID: "word-c", Link: view.Link{Text: "——", Href: "/b/"}}}}}},
		"subject":   view.Column{Frame: s.frame("subject", "执行"), Entries: s.entries(3), Total: "3"},
		"archive":   view.Archive{Frame: s.frame("archive", "归档"), Periods: []view.Period{{Link: view.Link{Text: "2026", Href: "/2026/"}, Count: "48"}, {Link: view.Link{Text: "2025", Href: "/2025/"}, Count: "120"}}, Entries: s.entries(3)},
		"subscribe": view.Subscribe{Frame: s.frame("subscribe", "订阅"), Site: s.feeds(0), Categories: []view.FeedSet{s.feeds(3), s.feeds(2)}},
		"map":       view.Map{Frame: s.frame("map", "网站地图"), Categories: s.blocks(), Pages: []view.Link{s.foreign("关于本站", "/about/")}},
		"catalogue": view.Catalogue{Frame: s.frame("catalogue", "司法公开目录"), Parts: []view.CataloguePart{
			{Title: s.foreign("人民法院基本信息", "/basic/"), Items: []view.CatalogueItem{
				{Link: s.foreign("机构设置", "/basic/institution/"), Count: "12", Updated: view.Date{ISO: "2026-02-10T09:00:00+08:00", Text: "2026年2月10日"}, Office: "政治部", Foreign: "zh-Hans", ForeignDir: "ltr"},
				{Link: view.Link{Text: "工作报告"}}, {Link: s.foreign("减刑、假释", ""), NotApplicable: true, Reason: "本院不办理此类案件"}}},
			{Title: view.Link{Text: "队伍建设信息"}}}},
		"missing": view.Missing{Frame: s.frame("missing", "页面不存在"), Others: []view.MissingText{
			{Lang: "en", Dir: "ltr", Text: "There is no page at this address.", Home: view.Link{Text: "Home", Href: "/en/"}}, {Lang: "ug", Dir: "rtl", Text: "بەت تېپىلمىدى", Home: view.Link{Text: "باش بەت", Href: "/ug/"}}}},
		"redirect": view.Redirect{Lang: s.tag, Dir: s.dir, Title: "部门预算", Href: "/administration/budgets/?a=1&b=2", Canonical: "https://court.example/administration/budgets/", T: s.phrases},
		"gone":     view.Gone{Frame: s.frame("gone", "文件已撤回"), Reason: "内容涉及个人信息"},
	}
}
