package dev.demarche.alerting;

import java.util.HashMap;
import java.util.Map;

/** Forms of a word that count as one: regular endings, irregular verbs, numbers in words. */
final class Inflection {
  private static final Map<String, String> IRREGULAR = new HashMap<>();

  static {
    for (String verb : ("bear bore borne,begin began begun,break broke broken,bring brought,build built,buy bought,catch caught,choose chose chosen,"
        + "come came,deal dealt,draw drew drawn,drive drove driven,fall fell fallen,feel felt,fight fought,find found,flee fled,fly flew flown,"
        + "forbid forbade forbidden,forget forgot forgotten,freeze froze frozen,get got gotten,give gave given,go went gone,grow grew grown,hear heard,"
        + "hold held,keep kept,know knew known,lead led,leave left,lose lost,make made,mean meant,meet met,pay paid,rise rose risen,seek sought,"
        + "sell sold,send sent,shoot shot,show shown,speak spoke spoken,spend spent,stand stood,strike struck,take took taken,teach taught,tell told,"
        + "think thought,throw threw thrown,understand understood,win won,withdraw withdrew withdrawn,write wrote written,"
        + "2 two,3 three,4 four,5 five,6 six,7 seven,8 eight,9 nine,10 ten,11 eleven,12 twelve,13 thirteen,14 fourteen,15 fifteen,16 sixteen,"
        + "17 seventeen,18 eighteen,19 nineteen,20 twenty,30 thirty,40 forty,50 fifty,60 sixty,70 seventy,80 eighty,90 ninety").split(",")) {
      String[] forms = verb.split(" ");
      for (int i = 1; i < forms.length; i++) {
        IRREGULAR.put(forms[i], forms[0]);
      }
    }
  }

  private Inflection() {}

  /**
   * A word without the endings of number and tense, so that "rejects", "rejected" and "rejecting" are one: after step 1 of Porter, "An
   * algorithm for suffix stripping", 1980, but with a final e and a doubled last letter always dropped. Irregular forms first become regular ones, and
   * numbers in words figures. What comes out need be no word.
   */
  static String stem(String form) {
    String word = IRREGULAR.getOrDefault(form, form);
    String stem = word;
    if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
      stem = stem.substring(0, stem.length() - (stem.endsWith("ies") || stem.endsWith("sses") ? 2 : 1));
    } else if (stem.endsWith("ed") && !stem.endsWith("eed") && canLose(stem, 2)) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.endsWith("ing") && canLose(stem, 3)) {
      stem = stem.substring(0, stem.length() - 3);
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    if (last > 2 && stem.charAt(last) == stem.charAt(last - 1) && Character.isLetter(stem.charAt(last))) {
      return stem.substring(0, last);
    }
    return last > 1 && stem.endsWith("y") ? stem.substring(0, last) + "i" : stem;
  }

  private static boolean canLose(String word, int letters) {
    String rest = word.substring(0, word.length() - letters);
    return rest.length() > 2 && rest.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }
}
