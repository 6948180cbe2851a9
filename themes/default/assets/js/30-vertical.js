// A vertical page runs sideways: the wheel moves along it.
if (document.documentElement.classList.contains("vertical")) {
  window.addEventListener("wheel", function (event) {
    if (event.deltaX || event.ctrlKey || event.shiftKey) return;
    window.scrollBy({ left: event.deltaY, behavior: "instant" });
    event.preventDefault();
  }, { passive: false });
}
