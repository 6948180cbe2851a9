// A vertical page runs sideways: the wheel and the keys that move other pages up and down move it along. What scrolls inside the
// page by itself, and what a reader writes in, keeps its own wheel and keys, until it has come to its end.
if (document.documentElement.classList.contains("vertical")) (function () {
  function ownsMovement(element, distance) {
    for (; element && element !== document.body && element.matches; element = element.parentElement) {
      if (element.matches("input, textarea, select")) return true;
      var left = distance < 0 ? element.scrollTop : element.scrollHeight - element.clientHeight - element.scrollTop;
      if (left > 1 && /auto|scroll/.test(getComputedStyle(element).overflowY)) return true;
    }
    return false;
  }
  function moveBy(distance, event) {
    window.scrollBy({ left: distance, behavior: "instant" });
    event.preventDefault();
  }

  window.addEventListener("wheel", function (event) {
    if (event.deltaX || event.ctrlKey || event.shiftKey || ownsMovement(event.target, event.deltaY)) return;
    var unit = [1, 40, window.innerWidth][event.deltaMode]; // a wheel counts in pixels, lines or pages
    moveBy(event.deltaY * unit, event);
  }, { passive: false });

  window.addEventListener("keydown", function (event) {
    var steps = { // in windows
      PageDown: .85, PageUp: -.85, ArrowDown: .08, ArrowUp: -.08, ArrowRight: .08, ArrowLeft: -.08, End: 1e4, Home: -1e4,
    };
    if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || ownsMovement(event.target, steps[event.key])) return;
    moveBy(steps[event.key] * window.innerWidth, event);
  });
})();
