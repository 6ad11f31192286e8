(function (root) {
  if (!root) return;
  var card = document.createElement("div");
  card.className = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  root.appendChild(card);
  var shown = null;
  function show(el) {
    shown = el;
    card.textContent = el.getAttribute("data-t");
    card.hidden = false;
    card.style.position = "fixed";
    var box = el.getClientRects()[0], size = card.getBoundingClientRect();
    var below = box.bottom + 8 + size.height < innerHeight;
    card.style.left = Math.max(8, Math.min(box.left, innerWidth - size.width - 8)) + "px";
    card.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - size.height - 8)) + "px";
  }
  function hide() { card.hidden = true; shown = null; }
  root.querySelectorAll(".s[title]").forEach(function (el) {
    el.setAttribute("data-t", el.title);
    el.removeAttribute("title");
    if (el.matches(".loaded, .epistemic, .agent")) el.tabIndex = 0;
    el.addEventListener("mouseenter", function () { show(el); });
    el.addEventListener("focus", function () { show(el); });
    el.addEventListener("mouseleave", hide);
    el.addEventListener("blur", hide);
  });
  addEventListener("scroll", function () { if (shown) show(shown); }, { passive: true });
  root.querySelectorAll("[data-hits]").forEach(function (el) {
    var ids = el.getAttribute("data-hits").split(" ");
    function mark(on) {
      root.querySelectorAll(".s[data-m]").forEach(function (s) {
        var hit = s.getAttribute("data-m").split(" ").some(function (id) { return ids.indexOf(id) >= 0; });
        s.classList.toggle("hit", on && hit);
      });
    }
    el.addEventListener("click", function () { mark(true); });
  });
})(document.getElementById("{{ uid }}"));
