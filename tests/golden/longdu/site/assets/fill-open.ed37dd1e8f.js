// Offers to fill in the form on its page. What does it is fetched when somebody wants it, so that the page stays light.
(() => {
  "use strict";
  const button = document.getElementById("fill-open");
  const offer = button.textContent;
  const fetchIt = () => {
    const script = document.createElement("script");
    button.disabled = true;
    button.textContent = "正在打开";
    script.src = document.getElementById("fill-data").dataset.fill;
    script.onload = script.onerror = ({ type }) => {
      button.disabled = false;
      button.textContent = type === "load" ? offer : "没有取到文件，请再点一次";
      if (type === "load") button.removeEventListener("click", fetchIt);
    };
    document.head.append(script);
  };
  button.addEventListener("click", fetchIt);
  button.hidden = false;
})();
