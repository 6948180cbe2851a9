// The print button; and the row of tools is shown, now that they work.
document.querySelectorAll("[data-print]").forEach(function (b) {
  b.addEventListener("click", function () { window.print(); });
});
document.querySelectorAll("[data-tools]").forEach(function (tools) { tools.hidden = false; });
