/** Folders that package managers and runtimes fill. */
const LIBRARY_FOLDER =
  /(?:^|[\\/])(?:node_modules|site-packages|dist-packages|bower_components|vendor|third_party|Pods|gems|\.cargo|\.rustup|rustc|\.pyenv|\.rbenv|\.rvm|\.nuget)[\\/]/
const RUNTIME =
  /^(?:node:|internal[\\/]|<|\/_\/|\/usr\/(?:lib|share|local\/(?:lib|go))\/|\/opt\/|.*[\\/](?:pkg[\\/]mod[\\/]|lib[\\/]python\d|go[\\/][^\\/]*[\\/]?src[\\/](?:testing|runtime)[\\/]))/
/** Packages of the Java platform and of what runs tests on it: their frames have no folder but the package. */
const JAVA_PACKAGE =
  /^(?:java|javax|jdk|sun|com\/sun|kotlin|kotlinx|scala|groovy|junit|org\/(?:junit|opentest4j|assertj|hamcrest|mockito|testng|gradle|codehaus\/groovy|spockframework|scalatest|apache\/maven))\//

/** Whether a file, as a trace or git names it, belongs to a library or a runtime: by where such files lie. */
export function isLibraryPath(path: string): boolean {
  const bounded = path.slice(0, 1_000)
  return LIBRARY_FOLDER.test(bounded) || RUNTIME.test(bounded) || JAVA_PACKAGE.test(bounded)
}
