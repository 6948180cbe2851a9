// Package generator compiles a court's site: [Build] is the pipeline, [Check] the same without output.
//
// # The life of a page
//
// A page begins as content/<category>/<item>/<slug>.<tag>.md. [courtsite/generator/source] lists it in a snapshot, reads it once as a
// text (UTF-8, line ends evened out) and gives its digest. [courtsite/generator/page] makes a Head of its front matter: all that addresses, lists and
// languages need to know. The texts of a small site wait in memory for what follows; those of
// a large one are dropped again, so that memory does not grow with it.
//
// When all heads are there, [courtsite/generator/corpus] arranges them: drafts and embargoed pages step aside, language versions
// find each other, every page gets its address, its column and its index number. [courtsite/generator/gate] looks at the whole. Then
// [courtsite/generator/plan] decides every output of the site, and two sources for one address are found before anything is written.
//
// Now the bodies stream through, several at a time. A text that was dropped is read again and must be what it was. It is parsed into a tree;
// each link in it is followed and gets its address; the gate looks at the text; the article's view is made, rendered with the
// theme's template, and written into a staging directory. What lists and feeds will need of it is left behind: the first paragraph, the
// places that links may point at, and, for the newest pages of a column, the HTML for its feeds.
//
// Attachments and pictures that pages name are looked into, each content once: what a page must not show, its attachments must not hold.
//
// Lists, feeds and sitemaps are made from heads and from what the stream left behind. Attachments that some page names are copied. The
// manifest lists every file with its digest.
//
// Until here nothing has touched the old site. If no stage found an error, the caller commits the tree: the manifest is written into it, and
// it takes the place of the old one, in one step where the system has one. That is [courtsite/generator/output]'s. If there was any
// error, the staging directory is thrown away and the old site stands as it was.
//
// # The next build
//
// What a build found out it leaves as a [Past]. With it, [Unchanged] tells whether another build would come to the same, [Amend] makes what depends on
// a few texts alone, and [Build] takes over what no file contradicts. A caller asks them in this order.
package generator
