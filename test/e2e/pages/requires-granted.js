// What an app may load only once the location is granted: a map, say.
window.maps = (window.maps ?? 0) + 1;
