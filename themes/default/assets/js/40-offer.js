// A reader whose browser asks for another language that this page exists in is offered it, quietly: its link stands out. Nothing moves, and nothing is ever redirected.
(function () {
  function base(tag) { return tag.toLowerCase().split("-")[0]; }
  // language and script, also where the tag leaves the script out: zh-TW is zh-Hant, kk-CN kk-Arab
  function written(tag) {
    try {
      var locale = new Intl.Locale(tag).maximize();
      return locale.language + "-" + locale.script;
    } catch (e) { return base(tag); }
  }
  var nav = document.querySelector("nav.languages");
  var here = document.documentElement.lang;
  if (!nav) return;
  var links = Array.from(nav.querySelectorAll("a:not(.to-home):not([aria-current])"));
  for (var i = 0; i < navigator.languages.length; i++) {
    var want = navigator.languages[i];
    if (written(want) === written(here)) return;
    var link = links.find(function (a) { return written(a.lang) === written(want); });
    if (!link && base(want) === base(here)) return; // the same language in another script, which is not here
    link = link || links.find(function (a) { return base(a.lang) === base(want); });
    if (link) {
      link.classList.add("offer");
      return;
    }
  }
})();
