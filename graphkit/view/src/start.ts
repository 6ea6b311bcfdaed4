// The page begins once it has room: a notebook may fill a frame before it lays it out, and what opens well depends on the room.

const page = document.documentElement;
const hasRoom = (): boolean => Math.min(page.clientWidth, page.clientHeight) > 1;
const begin = (): void => void import("./main.js");

if (hasRoom()) begin();
else
  new ResizeObserver((_, observer) => {
    if (!hasRoom()) return;
    observer.disconnect();
    begin();
  }).observe(page);
