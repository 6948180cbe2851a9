// A reader whose browser asks for another language that this page exists in is offered it, quietly. Nothing is ever redirected.
(function () {
  function base(tag) { return tag.toLowerCase().split("-")[0]; }
  var nav = document.querySelector("nav.languages");
  var here = base(document.documentElement.lang);
  if (!nav) return;
  for (var i = 0; i < navigator.languages.length; i++) {
    var want = base(navigator.languages[i]);
    if (want === here) return;
    var link = Array.from(nav.querySelectorAll("a:not(.to-home)")).find(function (a) { return base(a.lang) === want; });
    if (link) {
      var offer = document.createElement("p");
      offer.className = "offer wrap";
      offer.append(link.cloneNode(true));
      nav.append(offer);
      return;
    }
  }
})();
