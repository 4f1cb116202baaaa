/** Folders that package managers and runtimes fill. */
const LIBRARY_FOLDER =
  /(?:^|[\\/])(?:node_modules|site-packages|dist-packages|bower_components|vendor|third_party|Pods|hostedtoolcache|rustc|\.cargo|\.rustup|\.pyenv|\.rbenv|\.rvm|\.nuget)[\\/]/
/** A folder `gems` may be the project's own: those of the package manager name versions. */
const VERSIONED = /(?:^|[\\/])(?:pkg[\\/]mod|lib[\\/]python\d|lib[\\/]ruby[\\/]\d|gems[\\/][^\\/]{1,100}-\d)/
const RUNTIME =
  /^(?:node:|<|\/_\/|\/usr\/(?:lib|share|local\/(?:lib|go))\/|internal[\\/](?:process|modules|main|bootstrap|timers|streams)\b)|[\\/]go[\\/]([^\\/]+[\\/])?src[\\/](?:testing|runtime)[\\/]/
/** Packages of the Java platform and of what runs tests on it: their frames have no folder but the package. */
const JAVA_PACKAGE =
  /^(?:java|javax|jdk|sun|com\/sun|kotlin|kotlinx|scala|groovy|junit|org\/(?:junit|opentest4j|assertj|hamcrest|mockito|testng|gradle|codehaus\/groovy|spockframework|scalatest|apache\/maven))\//
const SHAPES: readonly RegExp[] = [LIBRARY_FOLDER, VERSIONED, RUNTIME, JAVA_PACKAGE]

/** Characters of a path that are looked at. */
const MAX_LOOKED_AT = 1_000

/** Whether a file, as a trace or git names it, belongs to a library or a runtime: by where such files lie. */
export function isLibraryPath(path: string): boolean {
  const front = path.slice(0, MAX_LOOKED_AT)
  return SHAPES.some((shape) => shape.test(front))
}
