// Text size, kept in this browser only. Without a script the browser's own zoom does the same.
(function () {
  var root = document.documentElement, key = "text-size", sizes = ["small", "medium", "large"];
  var buttons = document.querySelectorAll("[data-text-size]");

  function apply(size) {
    sizes.forEach(function (s) { root.classList.toggle("text-" + s, s === size && s !== "medium"); });
    buttons.forEach(function (b) { b.setAttribute("aria-pressed", String(b.dataset.textSize === size)); });
  }
  function remembered() {
    try { return localStorage.getItem(key); } catch (e) { return null; } // storage may be switched off
  }
  function remember(size) {
    try { localStorage.setItem(key, size); } catch (e) { /* the choice holds for this page */ }
  }

  apply(sizes.includes(remembered()) ? remembered() : "medium");
  buttons.forEach(function (b) {
    b.addEventListener("click", function () { apply(b.dataset.textSize); remember(b.dataset.textSize); });
  });
})();
